package parlance.rest;

import java.util.Optional;
import java.util.function.BiPredicate;
import parlance.security.TokenSigner;

/**
 * What REST needs to be told.
 *
 * @param origins whether pages of an origin may call the host they name
 * @param devTokens makes tokens for whoever asks; empty where that must not be, which is everywhere but at development
 */
public record RestSettings(BiPredicate<String, String> origins, Optional<TokenSigner> devTokens) {}
