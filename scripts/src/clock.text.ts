import { type Clock, TIME_ZONE } from '@mandate-graph/domain';

/** What a clock says, as people in Brussels write it down. */
export const timeOf = (clock: Clock): string =>
  clock.now().toZonedDateTimeISO(TIME_ZONE).toString({ smallestUnit: 'second', timeZoneName: 'never' });
