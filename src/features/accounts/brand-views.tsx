import { formatNumber } from '../../i18n/format.ts';
import { isReadable, parseHex } from '../../ui/brand-colour.ts';
import {
  Checkbox,
  described,
  ErrorSummary,
  Field,
  Remarks,
  SubmitButton,
} from '../../ui/forms.tsx';
import { MemberPage, type MemberProps } from '../../ui/member-page.tsx';
import { Notice } from '../../ui/notices.tsx';
import { SettingsTabs } from '../../ui/settings-tabs.tsx';
import { PageTitle, Panel } from '../../ui/workspace.tsx';
import { BrandPreview } from './brand-preview.tsx';
import type { Brand } from './brand-queries.ts';
import { largestLogo, type LogoProblem } from './logo.ts';

export interface BrandProblems {
  color?: 'color';
  logo?: LogoProblem;
}

interface BrandProps extends MemberProps {
  brand: Brand;
  /** In the colour's field. */
  typed: string;
  problems: BrandProblems;
  saved: boolean;
}

/** `/settings/brand`: the colour and the logo on the pages of this organization's candidates. */
export function BrandPage(props: BrandProps) {
  const { typed, problems, saved, t } = props;
  const words = t.brand;
  const color = parseHex(typed);
  return (
    <MemberPage {...props} title={words.title} area="settings">
      <SettingsTabs current="brand" t={t} />
      <PageTitle title={words.title} lead={words.lead} />
      {saved ? (
        <Notice kind="success" t={t} live>
          <p>{words.saved}</p>
        </Notice>
      ) : null}
      {color && !(isReadable(color, 'light') && isReadable(color, 'dark')) ? (
        <Notice kind="info" t={t}>
          <p>{words.adjusted}</p>
        </Notice>
      ) : null}
      <Panel>
        <ErrorSummary problems={problemList(props)} t={t} />
        <BrandForm {...props} />
      </Panel>
      <Panel title={words.preview}>
        <p class="hint">{problems.logo ? words.previewLogoNote : words.previewNote}</p>
        <BrandPreview {...props} color={color ?? null} />
      </Panel>
    </MemberPage>
  );
}

function BrandForm(props: BrandProps) {
  const { brand, typed, t } = props;
  const words = t.brand;
  const { color, logo } = messages(props);
  const remarks = { hint: words.logoHint(limits(props)), error: logo };
  return (
    <form method="post" action="/settings/brand" enctype="multipart/form-data" novalidate>
      <Field
        name="color"
        label={words.color}
        hint={words.colorHint}
        value={typed}
        error={color}
        maxlength={9}
        autocomplete="off"
        spellcheck={false}
      />
      <div class="field">
        <label for="logo">{words.logo}</label>
        <input
          class="file-input"
          id="logo"
          name="logo"
          type="file"
          accept="image/png,image/jpeg,image/webp"
          {...described('logo', remarks)}
        />
        <Remarks id="logo" {...remarks} />
      </div>
      {brand.logoHash === null ? null : <Checkbox name="remove" label={words.remove} />}
      <SubmitButton>{words.save}</SubmitButton>
    </form>
  );
}

function problemList(props: BrandProps) {
  return Object.entries(messages(props)).flatMap(([field, message]) =>
    message === undefined ? [] : [{ field, message }],
  );
}

function messages(props: BrandProps) {
  const { problems, t } = props;
  const words = t.brand.problems;
  const { bytes, pixels } = words;
  const logo = { type: words.type, bytes: bytes(limits(props)), pixels: pixels(limits(props)) };
  return { color: problems.color && words.color, logo: problems.logo && logo[problems.logo] };
}

function limits({ language }: BrandProps) {
  return {
    kilobytes: formatNumber(largestLogo.bytes / 1024, language),
    width: formatNumber(largestLogo.width, language),
    height: formatNumber(largestLogo.height, language),
  };
}
