package gleaner.publishing;

import gleaner.news.GleanerException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.node.JsonNodeFactory;

/// Ghost's Admin API key, and the short-lived tokens that are made with it: JWT (RFC 7519) with
/// HS256, the key's id as `kid`, the hex-decoded secret as the key, five minutes at most.
///
/// @param key `ID:SECRET`
record GhostToken(String key, Clock clock) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8,64}:(?:[0-9a-fA-F]{2}){16,64}");
    private static final long SECONDS = 300;

    GhostToken {
        if (!FORM.matcher(key).matches()) {
            throw GleanerException.usage(
                    "GHOST_ADMIN_API_KEY should be the Admin API key as Ghost shows it under Settings, Integrations: ID:SECRET, both of digits and a-f.");
        }
    }

    String secret() {
        return key.substring(key.indexOf(':') + 1);
    }

    /// A token for the next request.
    String make() {
        var now = clock.instant().getEpochSecond();
        var header =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("alg", "HS256")
                        .put("typ", "JWT")
                        .put("kid", key.substring(0, key.indexOf(':')));
        var claims =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("iat", now)
                        .put("exp", now + SECONDS)
                        .put("aud", "/admin/");
        var signed = encode(header.toString()) + "." + encode(claims.toString());
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(secret()), "HmacSHA256"));
            return signed + "." + encode(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256.", e);
        }
    }

    private static String encode(String text) {
        return encode(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "GhostToken[…]";
    }
}
