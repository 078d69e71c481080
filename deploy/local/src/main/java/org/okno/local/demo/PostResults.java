package org.okno.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The outcomes of the posts of a run. */
final class PostResults {
  private final Map<String, ChannelCounts> byChannel = new TreeMap<>();
  private final Map<String, String> rejections = new TreeMap<>();
  private final List<String> accepted = new ArrayList<>();
  private final List<String> unexpected = new ArrayList<>();

  /** Counts of one channel. */
  static final class ChannelCounts {
    int accepted;
    int duplicates;
    int rejected;
  }

  ChannelCounts of(String channel) {
    return byChannel.computeIfAbsent(channel, c -> new ChannelCounts());
  }

  void accepted(String channel, String requestId) {
    of(channel).accepted++;
    accepted.add(requestId);
  }

  void rejected(String channel, String error, String response) {
    of(channel).rejected++;
    rejections.putIfAbsent(error, response);
  }

  void unexpected(String what) {
    unexpected.add(what);
  }

  Map<String, ChannelCounts> byChannel() {
    return byChannel;
  }

  /** The first response to each kind of error. */
  Map<String, String> rejections() {
    return rejections;
  }

  /** Ids of accepted requests, in the order of acceptance. */
  List<String> requestIds() {
    return accepted;
  }

  /** Responses other than expected. */
  List<String> unexpected() {
    return unexpected;
  }
}
