package gleaner.slack;

/// Whether a person cannot be told something in a channel, which is nobody's fault: they have left
/// it, or they are a bot.
final class Unreachable {

    private Unreachable() {}

    static boolean is(SlackFailure failure) {
        return switch (failure.code()) {
            case "user_not_in_channel",
                    "user_not_found",
                    "user_disabled",
                    "user_not_visible",
                    "cannot_dm_bot",
                    "messages_tab_disabled" ->
                    true;
            default -> false;
        };
    }
}
