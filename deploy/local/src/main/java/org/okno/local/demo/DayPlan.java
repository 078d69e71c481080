package org.okno.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What the channels send on the sample day: valid requests, duplicates and invalid ones, in the
 * order of arrival.
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

  /** What is needed is said in these alone, in each language, and once so that nobody can know. */
  private static final List<String> TEXTS_ALONE =
      List.of(
          "Здравствуйте, пенсию задержали, дома нет продуктов, помогите с едой.",
          "Балаларға тамақ жоқ, азық-түлікпен көмектесіңіздерші.",
          "I lost my job and need a lawyer, they did not pay my salary.",
          "Помогите, пожалуйста, очень ждём звонка.");

  private static final List<String> URGENCIES =
      List.of("planned", "normal", "normal", "normal", "urgent", "emergency");

  private final Random random;
  private final SamplePeople people;
  private final Codes codes;
  private final String run;
  private final Instant dayStart;
  private final Instant now;

  /** Codes a request may use, from the services. */
  record Codes(
      List<String> channels,
      List<String> territories,
      List<String> needs,
      List<String> targetGroups) {}

  /**
   * @param run makes the external ids of this run unique
   * @param dayStart start of the day in the region's zone; {@code requestedAt} is from then until
   *     {@code now}
   */
  DayPlan(long seed, Codes codes, String run, Instant dayStart, Instant now) {
    this.random = new Random(seed);
    this.people = new SamplePeople(seed);
    this.codes = codes;
    this.run = run;
    this.dayStart = dayStart;
    this.now = now;
  }

  /**
   * A plan with this many valid requests, the last ones without a need but with a text; about one
   * in eight is sent again, and for about one in twelve there is an invalid one more.
   */
  List<PlannedPost> posts(int validRequests) {
    List<PlannedPost> posts = new ArrayList<>();
    for (int i = 0; i < validRequests; i++) {
      String channel = codes.channels().get(i % codes.channels().size());
      String externalId = run + "-" + i;
      Map<String, Object> body = body(channel, externalId);
      int alone = TEXTS_ALONE.size() - (validRequests - i);
      if (alone >= 0) {
        body.remove("needs");
        body.put("text", TEXTS_ALONE.get(alone));
      }
      posts.add(new PlannedPost.Valid(channel, externalId, body));
      if (random.nextInt(8) == 0) {
        posts.add(new PlannedPost.Duplicate(channel, externalId, body));
      }
      if (random.nextInt(12) == 0) {
        posts.add(invalid(channel, run + "-invalid-" + i));
      }
    }
    return posts;
  }

  private Map<String, Object> body(String channel, String externalId) {
    SamplePeople.Person applicant = people.next();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("channel", channel);
    body.put("externalId", externalId);
    body.put("requestedAt", sometimeToday().toString());
    body.put("territory", pick(codes.territories()));
    body.put("applicant", Map.of("name", applicant.name(), "phone", applicant.phone()));
    if (random.nextInt(3) == 0) {
      SamplePeople.Person inNeed = people.next();
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

  private PlannedPost.Invalid invalid(String channel, String externalId) {
    Map<String, Object> body = body(channel, externalId);
    return switch (random.nextInt(5)) {
      case 0 -> invalid(channel, body, "channel", "pigeon", "unknown channel");
      case 1 -> invalid(channel, body, "territory", "00000000", "unknown territory");
      case 2 ->
          invalid(
              channel,
              body,
              "requestedAt",
              now.plus(Duration.ofDays(40)).toString(),
              "a date in the future");
      case 3 ->
          invalid(channel, body, "needs", List.of(Map.of("need", "a-unicorn")), "unknown need");
      default ->
          invalid(
              channel,
              body,
              "applicant",
              Map.of("name", 7, "phone", "seven"),
              "wrong types and no phone");
    };
  }

  private static PlannedPost.Invalid invalid(
      String channel, Map<String, Object> body, String field, Object value, String error) {
    body.put(field, value);
    return new PlannedPost.Invalid(channel, error, body);
  }

  private Instant sometimeToday() {
    long seconds = Math.max(1, Duration.between(dayStart, now).toSeconds());
    return dayStart.plusSeconds(random.nextLong(seconds));
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
