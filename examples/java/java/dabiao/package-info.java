/**
 * Judges the targets of a development plan: exact verdicts, an outlook, and early warnings.
 *
 * <p>{@link dabiao.Dabiao#judge(Request)} takes a {@link dabiao.Request} with its {@link dabiao.Observation}s and gives a
 * {@link dabiao.Report}. A row that cannot be read is an entry in {@link dabiao.Report#findings()}, never an exception; a request that
 * cannot be used is a {@link dabiao.RefusedException} with everything that is wrong, each with its path and in both languages.
 */
package dabiao;
