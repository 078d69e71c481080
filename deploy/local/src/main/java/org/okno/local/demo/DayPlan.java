package org.okno.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What the channels will send on the made-up day: good requests, repeats and wrong ones, in the
 * order they arrive.
 */
final class DayPlan {
  private static final List<String> TEXTS =
      List.of(
          "Прошу помочь с продуктами, пенсия только через неделю.",
          "Нужна консультация юриста по пособию на детей.",
          "Маме после операции нужен уход на дому, сама не справляюсь.",
          "Закончились лекарства, в аптеке по рецепту не выдают.",
          "Потерял работу, не хватает на оплату жилья.",
          "Сын не учится и не работает, ищем наставника.");
  private static final List<String> URGENCIES =
      List.of("planned", "normal", "normal", "normal", "urgent", "emergency");

  private final Random random;
  private final MadeUpPeople people;
  private final Codes codes;
  private final String run;
  private final Instant dayStart;
  private final Instant now;

  /** Codes a request may use, as the services know them. */
  record Codes(
      List<String> channels,
      List<String> territories,
      List<String> needs,
      List<String> targetGroups) {}

  /**
   * @param run makes external ids of this run differ from those of any other
   * @param dayStart start of the day in the region's zone; requests are asked for from then until
   *     {@code now}
   */
  DayPlan(long seed, Codes codes, String run, Instant dayStart, Instant now) {
    this.random = new Random(seed);
    this.people = new MadeUpPeople(seed);
    this.codes = codes;
    this.run = run;
    this.dayStart = dayStart;
    this.now = now;
  }

  /**
   * A plan with this many good requests; about one in eight is sent again, about one in twelve more
   * is wrong.
   */
  List<PlannedPost> posts(int goodRequests) {
    List<PlannedPost> posts = new ArrayList<>();
    for (int i = 0; i < goodRequests; i++) {
      String channel = codes.channels().get(i % codes.channels().size());
      String externalId = run + "-" + i;
      Map<String, Object> body = body(channel, externalId);
      posts.add(new PlannedPost.Good(channel, externalId, body));
      if (random.nextInt(8) == 0) {
        posts.add(new PlannedPost.Repeat(channel, externalId, body));
      }
      if (random.nextInt(12) == 0) {
        posts.add(wrong(channel, run + "-wrong-" + i));
      }
    }
    return posts;
  }

  private Map<String, Object> body(String channel, String externalId) {
    MadeUpPeople.Person applicant = people.next();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("channel", channel);
    body.put("externalId", externalId);
    body.put("requestedAt", sometimeToday().toString());
    body.put("territory", pick(codes.territories()));
    body.put("applicant", Map.of("name", applicant.name(), "phone", applicant.phone()));
    if (random.nextInt(3) == 0) {
      MadeUpPeople.Person inNeed = people.next();
      body.put(
          "beneficiary",
          Map.of("name", inNeed.name(), "phone", inNeed.phone(), "address", inNeed.address()));
    } else {
      body.put("address", applicant.address());
    }
    body.put(
        "targetGroups", random.nextInt(2) == 0 ? List.of() : List.of(pick(codes.targetGroups())));
    body.put("urgency", pick(URGENCIES));
    body.put("needs", needs());
    body.put("text", pick(TEXTS));
    body.put("consent", true);
    return body;
  }

  private List<Map<String, Object>> needs() {
    int count = random.nextInt(4) == 0 ? 2 + random.nextInt(2) : 1;
    return random
        .ints(0, codes.needs().size())
        .distinct()
        .limit(count)
        .mapToObj(i -> Map.<String, Object>of("need", codes.needs().get(i)))
        .toList();
  }

  private PlannedPost.Wrong wrong(String channel, String externalId) {
    Map<String, Object> body = body(channel, externalId);
    return switch (random.nextInt(5)) {
      case 0 -> wrong(channel, body, "channel", "pigeon", "unknown channel");
      case 1 -> wrong(channel, body, "territory", "00000000", "unknown territory");
      case 2 ->
          wrong(
              channel,
              body,
              "requestedAt",
              now.plus(Duration.ofDays(40)).toString(),
              "a date in the future");
      case 3 -> wrong(channel, body, "needs", List.of(Map.of("need", "a-unicorn")), "unknown need");
      default ->
          wrong(
              channel,
              body,
              "applicant",
              Map.of("name", 7, "phone", "seven"),
              "wrong types and no phone");
    };
  }

  private static PlannedPost.Wrong wrong(
      String channel, Map<String, Object> body, String field, Object value, String fault) {
    body.put(field, value);
    return new PlannedPost.Wrong(channel, fault, body);
  }

  private Instant sometimeToday() {
    long seconds = Math.max(1, Duration.between(dayStart, now).toSeconds());
    return dayStart.plusSeconds(random.nextLong(seconds));
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
