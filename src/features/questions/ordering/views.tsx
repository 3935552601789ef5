import { localize } from '../../../i18n/languages.ts';
import { Remarks } from '../../../ui/forms.tsx';
import { plainText } from '../../../ui/markdown-tree.ts';
import { Mark, Unanswered } from '../../../ui/review.tsx';
import { shuffled } from '../order.ts';
import { LocalizedLine, optionWords, shown } from '../view-parts.tsx';
import type { CandidateProps, Reading, ReviewerProps } from '../view.ts';
import { type Ordering, positionField } from './rule.ts';

/**
 * A select of positions per item. The script makes of them a list to move things up and down in, and
 * keeps the selects as what the form sends.
 */
export function Candidate(props: CandidateProps<Ordering, string[]>) {
  const { content, answer, language, fallback, t } = props;
  // By id first: the seed is no secret, so it must not lead from the shown order back to the right one.
  const byId = content.items.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const items = shuffled(byId, props.seed);
  if (answer !== null) items.sort((a, b) => answer.indexOf(a.id) - answer.indexOf(b.id));
  const positions = items.map((_item, index) => String(index + 1));
  return (
    <fieldset
      class="order"
      aria-labelledby="prompt"
      aria-describedby={props.problem ? 'order-hint order-problem' : 'order-hint'}
    >
      <Remarks id="order" hint={t.questions.orderHint} error={props.problem} />
      <ul
        data-order
        data-up={t.questions.moveUp}
        data-down={t.questions.moveDown}
        data-hint={t.questions.orderMoveHint}
        data-keep={t.questions.keepOrder}
        data-kept={t.questions.keptOrder}
        data-moved={t.questions.moved}
      >
        {items.map(({ id, text }, index) => {
          const name = positionField(id);
          const stored = answer === null ? null : String(answer.indexOf(id) + 1);
          const [chosen = ''] = shown(props.fields, name, stored);
          const words = plainText(localize(text, language, fallback).text);
          return (
            <li class="order-item" data-item={words}>
              <select
                class="select"
                id={index === 0 ? 'order' : undefined}
                name={name}
                aria-label={t.questions.positionOf(words)}
              >
                <option value="">{t.questions.noPosition}</option>
                {positions.map((position) => (
                  <option value={position} selected={position === chosen}>
                    {position}
                  </option>
                ))}
              </select>
              <span class="order-text">
                <LocalizedLine text={text} {...props} />
              </span>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}

/** The answer's own order; what stands elsewhere than in the key says where it belongs. */
export function Reviewer(props: ReviewerProps<Ordering, string[]>) {
  const { content, answer, t } = props;
  const order = answer ?? content.items.map((item) => item.id);
  return (
    <>
      {answer === null ? <Unanswered t={t} /> : null}
      <ol class="reviewed reviewed-order">
        {order.map((id, index) => {
          const right = content.items.findIndex((item) => item.id === id);
          return (
            <li class="reviewed-item">
              <LocalizedLine text={content.items[right]?.text ?? {}} {...props} />
              {answer === null ? null : (
                <Mark
                  kind={right === index ? 'right' : 'wrong'}
                  text={right === index ? t.questions.right : t.questions.rightPosition(right + 1)}
                />
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
}

export function inWords(content: Ordering, answer: string[], reading: Reading): string[] {
  return optionWords(content.items, answer, reading);
}
