/**
 * {@code mvn -Prun}: Parlance on a developer's machine, with a database of its own.
 *
 * <p>Starts what the build made, says where it is, and leaves no process behind, however it ends.
 */
package parlance.run;
