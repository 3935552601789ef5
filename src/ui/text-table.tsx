import type { Child } from 'hono/jsx';

import type { Messages } from '../i18n/messages.ts';

/** A table within prose: it scrolls inside its own box where the window is narrow. */
export function TextTable(props: {
  caption: string;
  head: readonly string[];
  /** The first of each row names it. */
  rows: readonly (readonly Child[])[];
  t: Messages;
}) {
  return (
    <div class="scroll" tabindex={0} role="group" aria-label={props.t.common.tableRegion}>
      <table>
        <caption class="sr-only">{props.caption}</caption>
        <thead>
          <tr>
            {props.head.map((label) => (
              <th scope="col">{label}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map(([first, ...rest]) => (
            <tr>
              <th scope="row">{first}</th>
              {rest.map((cell) => (
                <td>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
