const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether it is an id as rows have it, in capitals or not: the database fails for anything else. */
export const isUuid = (text: unknown): text is string => typeof text === 'string' && UUID.test(text);
