package io.ttquant.exchanges.transport.stream;

import io.ttquant.exchanges.transport.WebSocketRequest;
import io.ttquant.exchanges.transport.simulated.SimulatedPeer;
import io.ttquant.exchanges.transport.simulated.WebSocketHandler;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A venue that speaks a language of four words, and has the bad habits of real ones. */
final class ScriptedVenue implements WebSocketHandler {
    final Map<SimulatedPeer, Set<String>> subscribed = new LinkedHashMap<>();
    final List<String> received = new ArrayList<>();
    final Set<String> refused = new HashSet<>();
    String loginAnswer = "ok";
    boolean acknowledges = true;
    boolean answersPings = true;

    /** As many as are taken on a connection; more are acknowledged and dropped. */
    int cap = Integer.MAX_VALUE;

    int status = 101;
    String retryAfter = "";

    @Override
    public String retryAfter() {
        return retryAfter;
    }

    @Override
    public int status(WebSocketRequest request) {
        return status;
    }

    @Override
    public void opened(SimulatedPeer peer) {
        subscribed.put(peer, new LinkedHashSet<>());
    }

    @Override
    public void closed(SimulatedPeer peer) {
        subscribed.remove(peer);
    }

    @Override
    public void message(SimulatedPeer peer, String text) {
        received.add(text);
        List<String> words = List.of(text.split(" ", -1));
        switch (words.get(0)) {
            case "ping" -> answer(answersPings, peer, "pong");
            case "login" -> peer.send("login " + loginAnswer);
            case "sub" -> subscribe(peer, words.get(1), words.subList(2, words.size()));
            case "unsub" -> subscribed.get(peer).removeAll(words.subList(2, words.size()));
            default -> peer.send(text);
        }
    }

    /** Sends a message of a channel to all who have it. */
    void publish(String channel, String text) {
        List.copyOf(subscribed.entrySet()).stream()
                .filter(entry -> entry.getValue().contains(channel))
                .forEach(entry -> entry.getKey().send("data " + channel + " " + text));
    }

    /** Closes every connection in order. */
    void close(int code) {
        List<SimulatedPeer> peers = List.copyOf(subscribed.keySet());
        subscribed.clear();
        peers.forEach(peer -> peer.close(code, "by the venue"));
    }

    /** Says the same on every connection. */
    void announce(String text) {
        List.copyOf(subscribed.keySet()).forEach(peer -> peer.send(text));
    }

    List<Set<String>> connections() {
        return List.copyOf(subscribed.values());
    }

    long receivedStarting(String start) {
        return received.stream().filter(text -> text.startsWith(start)).count();
    }

    private void subscribe(SimulatedPeer peer, String id, List<String> channels) {
        if (channels.stream().anyMatch(refused::contains)) {
            peer.send("refused " + id + " unknown-channel");
            return;
        }
        Set<String> mine = subscribed.get(peer);
        channels.stream().filter(channel -> mine.size() < cap).forEach(mine::add);
        answer(acknowledges, peer, "ack " + id);
    }

    private static void answer(boolean answers, SimulatedPeer peer, String text) {
        if (answers) {
            peer.send(text);
        }
    }
}
