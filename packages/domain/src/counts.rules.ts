/**
 * Numbers of persons below this are shown to nobody but whoever decides on them: a small one could point at somebody.
 * Data minimisation, article 5(1)(c) of the GDPR; the number itself is a choice of this graph.
 */
export const LEAST_SHOWN_COUNT = 5;
