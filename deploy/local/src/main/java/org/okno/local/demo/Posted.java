package org.okno.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What came of the posts of a run. */
final class Posted {
  private final Map<String, ChannelCounts> byChannel = new TreeMap<>();
  private final Map<String, String> refusals = new TreeMap<>();
  private final List<String> accepted = new ArrayList<>();
  private final List<String> surprises = new ArrayList<>();

  /** Counts of one channel. */
  static final class ChannelCounts {
    int accepted;
    int repeated;
    int refused;
  }

  ChannelCounts of(String channel) {
    return byChannel.computeIfAbsent(channel, c -> new ChannelCounts());
  }

  void accepted(String channel, String requestId) {
    of(channel).accepted++;
    accepted.add(requestId);
  }

  void refused(String channel, String fault, String answer) {
    of(channel).refused++;
    refusals.putIfAbsent(fault, answer);
  }

  void surprise(String what) {
    surprises.add(what);
  }

  Map<String, ChannelCounts> byChannel() {
    return byChannel;
  }

  /** For each fault that was tried, the first answer it got. */
  Map<String, String> refusals() {
    return refusals;
  }

  /** Ids of accepted requests, in the order of acceptance. */
  List<String> requestIds() {
    return accepted;
  }

  /** What should not have been answered so. */
  List<String> surprises() {
    return surprises;
  }
}
