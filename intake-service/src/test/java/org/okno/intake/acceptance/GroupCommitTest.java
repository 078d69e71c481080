package org.okno.intake.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.okno.http.ProblemException;

@Timeout(20)
class GroupCommitTest {
  private final List<List<Integer>> transactions = new CopyOnWriteArrayList<>();
  private final Semaphore commits = new Semaphore(0);
  private final CountDownLatch begun = new CountDownLatch(1);

  @Test
  void shouldCommitASingleItemAtOnce() throws Exception {
    commits.release(1000);
    try (var groupCommit = groupCommit(4, 10)) {
      assertThat(submit(groupCommit, 1).get()).isEqualTo("done 1");
    }
    assertThat(transactions).containsExactly(List.of(1));
  }

  @Test
  void shouldCommitTogetherWhatArrivesDuringATransaction() throws Exception {
    try (var groupCommit = groupCommit(4, 10)) {
      var first = submit(groupCommit, 1);
      begun.await();
      var others = List.of(submit(groupCommit, 2), submit(groupCommit, 3), submit(groupCommit, 4));
      commits.release(1000);

      assertThat(first.get()).isEqualTo("done 1");
      assertThat(others)
          .extracting(CompletableFuture::get)
          .containsExactly("done 2", "done 3", "done 4");
    }
    assertThat(transactions).containsExactly(List.of(1), List.of(2, 3, 4));
  }

  @Test
  void shouldNotExceedTheMaxBatchSize() throws Exception {
    try (var groupCommit = groupCommit(2, 10)) {
      submit(groupCommit, 1);
      begun.await();
      submit(groupCommit, 2);
      submit(groupCommit, 3);
      var last = submit(groupCommit, 4);
      commits.release(1000);
      last.get();
    }
    assertThat(transactions).containsExactly(List.of(1), List.of(2, 3), List.of(4));
  }

  @Test
  void shouldRejectAnItemWhenTheQueueIsFull() throws Exception {
    try (var groupCommit = groupCommit(4, 2)) {
      submit(groupCommit, 1);
      begun.await();
      submit(groupCommit, 2);
      submit(groupCommit, 3);

      assertThat(groupCommit.submit(4)).isEqualTo(Optional.empty());
      commits.release(1000);
    }
  }

  @Test
  void shouldKeepRoomInTheQueueForWhatIsMoreUrgent() throws Exception {
    try (var groupCommit = groupCommit(4, 10)) {
      submit(groupCommit, 1);
      begun.await();
      submit(groupCommit, 2);

      assertThat(groupCommit.submit(3, 1)).isEqualTo(Optional.empty());
      assertThat(groupCommit.submit(3, 2)).isPresent();
      commits.release(1000);
    }
  }

  @Test
  void shouldRunSinglyWhenOneItemMakesTheBatchFail() throws Exception {
    try (var groupCommit = groupCommit(4, 10)) {
      submit(groupCommit, 1);
      begun.await();
      var good = submit(groupCommit, 2);
      var bad = submit(groupCommit, -3);
      var alsoGood = submit(groupCommit, 4);
      commits.release(1000);

      assertThat(good.get()).isEqualTo("done 2");
      assertThatThrownBy(bad::get).hasRootCauseMessage("at fault");
      assertThat(alsoGood.get()).isEqualTo("done 4");
    }
    assertThat(transactions)
        .containsExactly(List.of(1), List.of(2, -3, 4), List.of(2), List.of(-3), List.of(4));
  }

  @Test
  void shouldNotRunSinglyWhenTheDatabaseIsUnavailable() throws Exception {
    try (var groupCommit = groupCommit(4, 10)) {
      submit(groupCommit, 1);
      begun.await();
      var failing = submit(groupCommit, 0);
      var other = submit(groupCommit, 2);
      commits.release(1000);

      assertThatThrownBy(failing::get).hasRootCauseMessage("unavailable");
      assertThatThrownBy(other::get).hasRootCauseMessage("unavailable");
    }
    assertThat(transactions).containsExactly(List.of(1), List.of(0, 2));
  }

  @Test
  void shouldFailWhatStillWaitsWhenItCloses() throws Exception {
    GroupCommit<Integer, String> groupCommit = groupCommit(4, 10);
    submit(groupCommit, 1);
    begun.await();
    var waiting = submit(groupCommit, 2);
    Thread closing = Thread.ofPlatform().start(groupCommit::close);
    while (closing.getState() != Thread.State.TIMED_WAITING) { // for its writer
      Thread.onSpinWait();
    }
    commits.release(1);
    closing.join();

    assertThatThrownBy(waiting::get).hasRootCauseInstanceOf(ProblemException.class);
    assertThat(groupCommit.submit(3)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"08006, 1", "57P01, 1", "40P01, 4", "23505, 4", "22021, 4"})
  void shouldRunSinglyWhatTheDatabaseRejectsOrCannotSerialize(String sqlState, int runs) {
    List<List<Integer>> attempted = new ArrayList<>();
    BatchThenSingly<Integer, String> transaction =
        BatchThenSingly.of(
            items -> {
              attempted.add(items);
              throw new IllegalStateException(new SQLException("failed", sqlState));
            });

    assertThat(transaction.run(List.of(1, 2, 3))).hasSize(3);
    assertThat(attempted).hasSize(runs);
  }

  private GroupCommit<Integer, String> groupCommit(int maxBatchSize, int queueCapacity) {
    return new GroupCommit<>(
        new BatchThenSingly<>(this::transaction, e -> "unavailable".equals(e.getMessage())),
        1,
        maxBatchSize,
        queueCapacity);
  }

  private List<String> transaction(List<Integer> items) {
    transactions.add(items);
    begun.countDown();
    commits.acquireUninterruptibly();
    if (items.contains(0)) {
      throw new IllegalStateException("unavailable");
    }
    if (items.stream().anyMatch(item -> item < 0)) {
      throw new IllegalStateException("at fault");
    }
    return items.stream().map(item -> "done " + item).toList();
  }

  private static CompletableFuture<String> submit(GroupCommit<Integer, String> to, int item) {
    return to.submit(item).orElseThrow();
  }
}
