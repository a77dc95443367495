package parlance.chat;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * A file that lies elsewhere.
 *
 * @param url an {@code https:} address or a path {@code /uploads/chat/<name>}, at most 2,000 characters
 * @param name what to call it, at most 255 characters
 * @param size in bytes, as the sender says
 */
public record Attachment(String url, Optional<String> name, OptionalLong size) {
    private static final int MAX_URL_LENGTH = 2_000;
    private static final int MAX_NAME_LENGTH = 255;
    private static final Pattern ABSOLUTE = Pattern.compile("(?i:https)://[^\\s\\\\/?#]+(?:[/?#][^\\s\\\\]*)?");
    private static final Pattern UPLOADED = Pattern.compile("/uploads/chat/[^\\s\\\\/?#]+");

    /** Ways of writing a dot or a slash that a browser resolves before it asks. */
    private static final Pattern TRAVERSAL = Pattern.compile("\\.\\.|(?i:%2e|%2f|%5c)|/\\.$");

    public Attachment {
        if (url.length() > MAX_URL_LENGTH || !Characters.printable(url) || !(remote(url) || uploaded(url))) {
            throw new ChatException.Invalid("An attachment is an https: address or an upload");
        }
        name = name.filter(text -> !Characters.blank(text));
        if (name.filter(Attachment::unfit).isPresent()) {
            throw new ChatException.Invalid("A file name is at most " + MAX_NAME_LENGTH + " printable characters");
        }
        if (size.isPresent() && size.getAsLong() < 0) {
            throw new ChatException.Invalid("A file size is not negative");
        }
    }

    private static boolean remote(String url) {
        return ABSOLUTE.matcher(url).matches();
    }

    private static boolean uploaded(String url) {
        return UPLOADED.matcher(url).matches() && !TRAVERSAL.matcher(url).find();
    }

    private static boolean unfit(String name) {
        return name.length() > MAX_NAME_LENGTH || !Characters.printable(name);
    }
}
