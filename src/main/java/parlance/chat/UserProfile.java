package parlance.chat;

import java.util.Optional;

/**
 * What an identity provider says about a user. Always storable: what cannot be shown in a name is replaced, a name too
 * long is cut, a blank one is the id, an avatar that is no address is left out.
 *
 * @param name shown to others, at most 200 characters
 * @param avatar address of a picture, at most 2,000 characters
 */
public record UserProfile(UserId id, IdKind kind, String name, Optional<String> avatar) {
    private static final int MAX_NAME_LENGTH = 200;
    private static final int MAX_AVATAR_LENGTH = 2_000;

    public UserProfile {
        name = Characters.blank(name) ? id.text() : Characters.printable(name, MAX_NAME_LENGTH);
        avatar = avatar.filter(UserProfile::address);
    }

    private static boolean address(String text) {
        return !Characters.blank(text) && text.length() <= MAX_AVATAR_LENGTH && Characters.printable(text);
    }
}
