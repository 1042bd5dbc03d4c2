export { type GatewayOptions, type RunningGateway, startGateway } from './gateway.ts';
export type { OperationReport, SubgraphRequest } from './operation-report.ts';
