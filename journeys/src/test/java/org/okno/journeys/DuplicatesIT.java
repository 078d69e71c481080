package org.okno.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.okno.journeys.RunningStack.Region;
import org.okno.local.client.Reply;
import org.okno.local.client.Services;

@ExtendWith(RunningStack.class)
class DuplicatesIT {
  /** {@code -Dokno.scale=10} makes it 10,000 posts. */
  private static final int SCALE = Integer.getInteger("okno.scale", 1);

  private static final int VALID = 750 * SCALE;
  private static final int DUPLICATES = 200 * SCALE;
  private static final int INVALID = 50 * SCALE;
  private static final int CLIENTS = 16;

  @Test
  void shouldAcceptEachRequestOnceAmongDuplicatesAndInvalidOnes(Region region) throws Exception {
    Requests requests = new Requests(region.services());
    Services adapter = region.as(Requests.ADAPTER);
    Map<String, Set<String>> responses = new ConcurrentHashMap<>();
    Set<Integer> rejections = ConcurrentHashMap.newKeySet();
    Set<Integer> others = ConcurrentHashMap.newKeySet();
    List<Callable<Void>> posts = new ArrayList<>();
    for (int i = 0; i < VALID + DUPLICATES; i++) {
      String externalId = "repeat-" + (i % VALID);
      posts.add(
          () -> {
            Reply reply = adapter.post("intake", "/v1/requests", requests.valid(externalId));
            if (reply.status() != 201) {
              others.add(reply.status());
            }
            responses
                .computeIfAbsent(externalId, k -> ConcurrentHashMap.newKeySet())
                .add(reply.body().toString());
            return null;
          });
    }
    for (int i = 0; i < INVALID; i++) {
      String externalId = "repeat-invalid-" + i;
      posts.add(
          () -> {
            Reply reply = adapter.post("intake", "/v1/requests", requests.invalid(externalId));
            rejections.add(reply.status());
            assertThat(reply.body().path("errors")).hasSize(3);
            return null;
          });
    }
    Collections.shuffle(posts, new Random(5));
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      for (Future<Void> done : clients.invokeAll(posts)) {
        done.get();
      }
    }

    assertThat(others).isEmpty();
    assertThat(rejections).containsExactly(400);
    assertThat(responses).hasSize(VALID).allSatisfy((id, given) -> assertThat(given).hasSize(1));
    Set<String> accepted = new HashSet<>();
    responses
        .values()
        .forEach(
            given ->
                accepted.add(
                    given.iterator().next().replaceAll(".*\"requestId\":\"([^\"]+)\".*", "$1")));
    assertThat(accepted).hasSize(VALID);
    Ledger.assertBalanced(region.services(), accepted);
  }
}
