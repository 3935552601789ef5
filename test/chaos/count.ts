/** What an experiment counted: a line of the report. */
export interface Count {
  experiment: string;
  what: string;
  /** Results, tries or cycles that it was tried on. */
  n: number;
  lost: number;
  halfApplied: number;
  /** Requests beyond the one that was accepted first. */
  duplicates: number;
  /** Of those, how many a try that was cut short made unavoidable, with the same id and bytes. */
  unavoidable: number;
  wrongStates: number;
  /** The first things that went wrong, or numbers worth telling. */
  notes: string[];
  /** Case by case, where that says more: a heading row and the others. */
  table?: string[][];
  ms: number;
}

export type Judgement = Omit<Count, 'experiment' | 'what' | 'ms'>;

export function holds(count: Count | Judgement): boolean {
  const { n, lost, halfApplied, duplicates, unavoidable, wrongStates } = count;
  return n > 0 && lost + halfApplied + wrongStates === 0 && duplicates === unavoidable;
}

/** Several judgements as one, of the same experiment. */
export function sum(all: readonly Judgement[]): Judgement {
  const add = (key: 'n' | 'lost' | 'halfApplied' | 'duplicates' | 'unavoidable' | 'wrongStates') =>
    all.reduce((total, each) => total + each[key], 0);
  return {
    n: add('n'),
    lost: add('lost'),
    halfApplied: add('halfApplied'),
    duplicates: add('duplicates'),
    unavoidable: add('unavoidable'),
    wrongStates: add('wrongStates'),
    notes: all.flatMap(({ notes }) => notes).slice(0, 10),
  };
}
