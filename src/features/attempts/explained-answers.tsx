import { localize } from '../../i18n/languages.ts';
import type { Messages } from '../../i18n/messages.ts';
import { Card } from '../../ui/candidate.tsx';
import { Markdown } from '../../ui/markdown.tsx';
import { conductOf } from '../questions/conduct.ts';
import { ruleOf } from '../questions/rules.ts';
import { viewOf } from '../questions/views.tsx';
import type { QuestionResult } from '../scoring/result.ts';
import { drawnQuestions, type PlacedQuestion } from './sheet.ts';
import type { SittingProps } from './sitting-layout.tsx';

/**
 * Each question with the candidate's answer, what was right, and why. GUPY.md A.4 keeps answers off the
 * result page: they are here only where the assessment itself released them (`explanations`), and only
 * once the result is final.
 */
export function ExplainedAnswers(props: SittingProps) {
  const { attempt, content, t } = props;
  if (attempt.state !== 'completed' || !conductOf(content).explanations) return null;
  return (
    <section aria-labelledby="explanations">
      <h2 id="explanations">{t.after.explanations}</h2>
      <p>{t.after.explanationsLead}</p>
      {drawnQuestions(content, attempt.questionIds).map((placed, index) => (
        <ExplainedAnswer {...props} placed={placed} number={index + 1} />
      ))}
    </section>
  );
}

function ExplainedAnswer(props: SittingProps & { placed: PlacedQuestion; number: number }) {
  const { attempt, answers, content, placed, number, language, t } = props;
  const { question } = placed;
  const authored = { t, imageOrigins: props.imageOrigins, headings: 4 } as const;
  const stored = answers.find(({ questionId }) => questionId === question.id);
  // As the scorer reads it: what the schema refuses counts as unanswered.
  const parsed = ruleOf(question.type).answer(question.content).safeParse(stored?.value);
  const { Reviewer } = viewOf(question.type);
  const result = attempt.result?.questions.find(({ id }) => id === question.id);
  return (
    <Card>
      <h3>{t.after.question(number)}</h3>
      <Markdown {...localize(question.prompt, language, content.language)} {...authored} />
      <h4>{t.after.yourAnswer}</h4>
      <Reviewer
        content={question.content}
        answer={parsed.success ? parsed.data : null}
        language={language}
        fallback={content.language}
        forCandidate
        t={t}
      />
      <p class="verdict-line">{verdict(question.type, result, t)}</p>
      {question.explanation ? (
        <div class="rubric">
          <h4>{t.after.why}</h4>
          <Markdown {...localize(question.explanation, language, content.language)} {...authored} />
        </div>
      ) : null}
    </Card>
  );
}

/** In words and never in points: how much a question is worth is the assessment's own business. */
function verdict(type: string, result: QuestionResult | undefined, t: Messages): string {
  const words = t.after.verdicts;
  if (!result?.answered) return words.unanswered;
  if (result.state === 'graded') return words.graded;
  // Options that weigh on several competencies are more or less fitting, not right or wrong.
  if (result.fraction === null || ruleOf(type).competencies) return t.after.noKey;
  if (result.fraction === 1) return words.right;
  return result.fraction === 0 ? words.wrong : words.partly;
}
