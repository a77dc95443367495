/**
 * Start-up: the configuration, the database's migrations, and the wiring of the other packages, which know nothing of
 * it. Nobody imports this package.
 */
package parlance.app;
