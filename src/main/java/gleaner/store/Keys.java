package gleaner.store;

import gleaner.news.ChannelId;
import gleaner.news.LinkId;
import gleaner.news.MessageId;
import gleaner.news.NewsroomId;
import gleaner.news.PersonId;
import gleaner.news.State;

/// The names of Redis's keys. All of a newsroom's carry it as their hash tag, so that they lie in
/// one slot of a cluster.
record Keys(String prefix) {

    /// Outside of any newsroom.
    static final String SCHEMA = "gleaner:schema";

    static Keys of(NewsroomId newsroom) {
        return new Keys("gleaner:{" + newsroom.value() + "}:");
    }

    String link(LinkId id) {
        return prefix + "link:" + id.value();
    }

    String keys() {
        return prefix + "keys";
    }

    String message(MessageId id) {
        return prefix + "msg:" + id;
    }

    String tags() {
        return prefix + "tags";
    }

    String tag(String folded) {
        return prefix + "tag:" + folded;
    }

    String aliases() {
        return prefix + "aliases";
    }

    String day(long epochDay) {
        return prefix + "day:" + epochDay;
    }

    String state(State state) {
        return prefix + "state:" + state;
    }

    String person(PersonId id) {
        return prefix + "person:" + id;
    }

    String channel(ChannelId id) {
        return prefix + "channel:" + id;
    }

    String all() {
        return prefix + "all";
    }

    String open() {
        return prefix + "open";
    }

    String inbox() {
        return prefix + "inbox";
    }

    String outbox(String address) {
        return prefix + "outbox:" + address;
    }

    String tally(String address) {
        return prefix + "tally:" + address;
    }

    String changes() {
        return prefix + "changes";
    }

    String pages() {
        return prefix + "pages";
    }

    String pages(String what) {
        return prefix + "pages:" + what;
    }

    String suggestions() {
        return prefix + "suggestions";
    }

    String looks() {
        return prefix + "looks";
    }

    String turn(String host) {
        return prefix + "turn:" + host;
    }

    String interviews() {
        return prefix + "interviews";
    }

    String history() {
        return prefix + "history";
    }

    String numbers() {
        return prefix + "numbers";
    }

    String undone() {
        return prefix + "undone";
    }

    String acts(PersonId person) {
        return prefix + "acts:" + person;
    }

    /// What a channel remembers by itself.
    String notes(String area) {
        return prefix + area + ":";
    }

    String bylines(String host) {
        return prefix + "bylines:" + host;
    }

    String issue() {
        return prefix + "issue";
    }

    String issue(int number) {
        return prefix + "issue:" + number;
    }
}
