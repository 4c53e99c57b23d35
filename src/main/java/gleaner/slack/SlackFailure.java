package gleaner.slack;

import java.io.IOException;

/// Slack did not do what it was asked; holds no token.
final class SlackFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// Not one of Slack's codes: it could not be reached, or answered with nothing that can be
    /// read.
    static final String AWAY = "away";

    private final String method;
    private final String code;
    private final String needed;

    SlackFailure(String method, String code, String needed) {
        super("Slack refused %s: %s".formatted(method, code));
        this.method = method;
        this.code = code;
        this.needed = needed;
    }

    SlackFailure(String method, IOException cause) {
        super("Slack could not be reached for %s".formatted(method), cause);
        this.method = method;
        this.code = AWAY;
        this.needed = "";
    }

    String method() {
        return method;
    }

    String code() {
        return code;
    }

    String needed() {
        return needed;
    }

    /// Whether the same request may work later, without anybody's doing.
    boolean isPassing() {
        return switch (code) {
            case AWAY,
                    "ratelimited",
                    "internal_error",
                    "fatal_error",
                    "service_unavailable",
                    "request_timeout" ->
                    true;
            default -> false;
        };
    }

    /// Whether the server has no such method: one that speaks Slack's API need not have all of it.
    boolean isUnknownMethod() {
        return code.equals("unknown_method")
                || code.startsWith("http_4")
                || code.equals("http_501");
    }

    /// Whether no request will work until an owner gives another token.
    boolean isLockedOut() {
        return switch (code) {
            case "invalid_auth",
                    "not_authed",
                    "token_revoked",
                    "token_expired",
                    "account_inactive",
                    "org_login_required" ->
                    true;
            default -> false;
        };
    }
}
