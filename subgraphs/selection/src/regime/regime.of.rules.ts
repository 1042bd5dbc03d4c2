import type { VacancyState } from '@mandate-graph/domain';
import { type EffectiveRules, rulesFor } from './regime.effective.rules.ts';
import { regimeOn } from './regime.rules.ts';

/** What a procedure took over when it started. */
interface Started {
  readonly legalRegime: string | null;
  readonly regimeFrom: string | null;
  readonly template: VacancyState | null;
}

/** The rules by which a procedure runs: those of its notice, and else of the version of the regime it started under. */
export function rulesOf({ legalRegime, regimeFrom, template }: Started): EffectiveRules {
  const regime = legalRegime === null || regimeFrom === null ? null : regimeOn(legalRegime, regimeFrom);
  if (regime === null || template === null) throw new Error('a procedure that has started has a regime and a template');
  return rulesFor(regime, template);
}
