import * as freeText from './free-text/views.tsx';
import * as likert from './likert/views.tsx';
import * as multipleChoice from './multiple-choice/views.tsx';
import * as numeric from './numeric/views.tsx';
import * as ordering from './ordering/views.tsx';
import * as projectLink from './project-link/views.tsx';
import type { QuestionType } from './rules.ts';
import * as singleChoice from './single-choice/views.tsx';
import * as situationalJudgement from './situational-judgement/views.tsx';
import * as trueFalse from './true-false/views.tsx';
import type { QuestionView } from './view.ts';

export const views: Readonly<Record<QuestionType, QuestionView>> = {
  'single-choice': singleChoice,
  'multiple-choice': multipleChoice,
  'true-false': trueFalse,
  numeric,
  ordering,
  likert,
  'situational-judgement': situationalJudgement,
  'free-text': freeText,
  'project-link': projectLink,
};

const byType = new Map<string, QuestionView>(Object.entries(views));

/** The views of a type that a version names; versions are validated, so an unknown one is a bug. */
export function viewOf(type: string): QuestionView {
  const view = byType.get(type);
  if (view === undefined) throw new Error(`unknown question type: ${type}`);
  return view;
}
