export { type GatewayOptions, type RunningGateway, startGateway } from './gateway.ts';
export { type Budget, openBudget } from './limits/budget.ts';
export { documentExcesses } from './limits/document.limits.ts';
export { OperationCost } from './limits/operation.cost.ts';
export type { OperationReport, SubgraphRequest } from './operation-report.ts';
export { type OperationManifest, readManifest } from './persisted/manifest.ts';
export { revocationOf } from './tokens/revocation.ts';
export { RevokedTokens } from './tokens/revoked.tokens.ts';
export type { TokenIssuer } from './tokens/token.issuer.ts';
