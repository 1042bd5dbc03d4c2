import type { NotificationLoaders } from '../notification/notification.loaders.ts';
import { listedEffective } from './regime.listed.rules.ts';
import { rulesOf } from './regime.of.rules.ts';
import { regimeOn } from './regime.rules.ts';
import type { LegalRegime } from './regime.type.ts';

/** By which rules procedures run, for everyone. */
export class RegimeService {
  constructor(private readonly loaders: Pick<NotificationLoaders, 'startedBy'>) {}

  /** Null until a procedure has started: which version it runs by is fixed then. */
  async ofProcedure(procedureId: string): Promise<LegalRegime | null> {
    const started = await this.loaders.startedBy.load(procedureId);
    if (started === null) return null;
    const rules = rulesOf(started);
    const { code, validFrom, validTo, validity, name } = regimeOn(rules.regime.code, rules.regime.validFrom)!;
    return { code, validFrom, validTo, validityBasis: validity.basis, name, rules: listedEffective(rules) };
  }
}
