package io.ttquant.exchanges.okx.session;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** No secret of a session with OKX appears in what it logs, says or throws, whatever goes wrong. */
class OkxCanaryTest {
    private static final Logger ROOT = Logger.getLogger("");

    @Test
    void secretsAppearNowhereButInWhatIsSent() {
        List<String> said = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                said.add(line.getMessage() + " " + line.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Level before = ROOT.getLevel();
        handler.setLevel(Level.ALL);
        ROOT.addHandler(handler);
        ROOT.setLevel(Level.ALL);
        try {
            goThroughTrouble(said);
        } finally {
            ROOT.removeHandler(handler);
            ROOT.setLevel(before);
        }
        assertTrue(said.size() > 5, "something was said");
        said.forEach(line -> assertFalse(line.contains(Session.CANARY), line));
    }

    private static void goThroughTrouble(List<String> said) {
        for (String login : List.of("60006", "60005", "60009")) {
            Session s = Session.withKeys();
            new OrderServer(s.venue);
            s.venue.loginAnswer = "{\"event\":\"error\",\"code\":\"" + login + "\",\"msg\":\"no\",\"connId\":\"a\"}";
            s.attached();
            s.network.link("ws.okx.com").cut();
            s.run(20);
            s.network.link("www.okx.com").refuse(true);
            s.run(20);
            said.addAll(s.heard);
            said.addAll(s.sinks.reports);
            said.add(String.valueOf(s.session));
            s.venue.requests.forEach(r -> said.add(r + " " + r.headers()));
        }
        Session wrong = Session.withKeys();
        wrong.venue.on("/api/v5/account/config", r -> OkxVenue.error(401, "50113", "Invalid Sign"));
        wrong.open();
        said.addAll(wrong.heard);
        try {
            Session.withKeys().with("secrte", Session.CANARY).open();
        } catch (IllegalArgumentException e) {
            said.add(e.toString());
        }
    }
}
