/**
 * What an operator's tools ask under {@code /ops}: whether Parlance lives, has started, and can serve, in the form of
 * MicroProfile Health 4.0, which not every server has.
 *
 * <p>Knows neither the configuration's keys nor any dialect.
 */
package parlance.ops;
