package gleaner.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.app_backend.SlackSignature;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.middleware.builtin.RequestVerification;
import com.slack.api.bolt.middleware.builtin.SSLCheck;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Slack's SDK and Bolt, made as Gleaner needs them: with its own threads, and for the server that
/// the settings name.
final class SlackClient {

    private static final Logger log = LoggerFactory.getLogger(SlackClient.class);

    private SlackClient() {}

    static Slack of(SlackSettings settings, OwnThreads threads) {
        var config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(settings.apiUrl().toString());
        config.setStatsEnabled(false);
        config.setExecutorServiceProvider(threads);
        config.setHttpClientReadTimeoutMillis(20_000);
        config.setHttpClientWriteTimeoutMillis(20_000);
        if (isHere(settings)) {
            config.setProxyUrl(null);
        }
        return Slack.getInstance(config);
    }

    /// A server on this machine is not reached by way of a proxy.
    private static boolean isHere(SlackSettings settings) {
        var host = String.valueOf(settings.apiUrl().getHost());
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }

    /// Without Bolt's own authorization, which would ask Slack before each acknowledgement. A look
    /// at the certificate is answered without the verification token, which Slack gave up for
    /// signatures: it does nothing.
    ///
    /// @param ears hear everything
    static App app(
            Slack slack,
            SlackTokens tokens,
            SlackSignature.Verifier signatures,
            Ears ears,
            OwnThreads threads) {
        var config =
                AppConfig.builder()
                        .slack(slack)
                        .singleTeamBotToken(tokens.bot())
                        .signingSecret(tokens.signingSecret().orElse(""))
                        .allEventsApiAutoAckEnabled(true)
                        .executorServiceProvider(threads)
                        .build();
        return new App(
                config,
                new ArrayList<>(
                        List.of(new SSLCheck(null), new RequestVerification(signatures), ears)));
    }

    static void close(Slack slack) {
        try {
            slack.close();
            slack.getConfig().close();
        } catch (Exception e) {
            log.debug("Slack's client did not close well: {}", e.toString());
        }
    }
}
