package parlance.interpreter;

/** The words of one client family. An application-scoped bean; the interpreter finds every one there is. */
public interface Dialect {
    /** What {@code auth.dialect} calls it, e.g. {@code jobspare}. */
    String name();

    /** Called once, at start. */
    void define(Vocabulary vocabulary);
}
