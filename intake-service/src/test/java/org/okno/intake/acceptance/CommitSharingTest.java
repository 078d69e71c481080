package org.okno.intake.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class CommitSharingTest {
  private final List<List<Integer>> transactions = new CopyOnWriteArrayList<>();
  private final Semaphore commits = new Semaphore(0);
  private final CountDownLatch begun = new CountDownLatch(1);

  @Test
  void shouldTakeALoneItemAtOnce() throws Exception {
    commits.release(1000);
    try (var sharing = sharing(4, 10)) {
      assertThat(submit(sharing, 1).get()).isEqualTo("did 1");
    }
    assertThat(transactions).containsExactly(List.of(1));
  }

  @Test
  void shouldTakeTogetherWhatArrivesDuringATransaction() throws Exception {
    try (var sharing = sharing(4, 10)) {
      var first = submit(sharing, 1);
      begun.await();
      var others = List.of(submit(sharing, 2), submit(sharing, 3), submit(sharing, 4));
      commits.release(1000);

      assertThat(first.get()).isEqualTo("did 1");
      assertThat(others)
          .extracting(CompletableFuture::get)
          .containsExactly("did 2", "did 3", "did 4");
    }
    assertThat(transactions).containsExactly(List.of(1), List.of(2, 3, 4));
  }

  @Test
  void shouldNotTakeMoreTogetherThanAllowed() throws Exception {
    try (var sharing = sharing(2, 10)) {
      submit(sharing, 1);
      begun.await();
      submit(sharing, 2);
      submit(sharing, 3);
      var last = submit(sharing, 4);
      commits.release(1000);
      last.get();
    }
    assertThat(transactions).containsExactly(List.of(1), List.of(2, 3), List.of(4));
  }

  @Test
  void shouldTakeNoMoreThanMayWait() throws Exception {
    try (var sharing = sharing(4, 2)) {
      submit(sharing, 1);
      begun.await();
      submit(sharing, 2);
      submit(sharing, 3);

      assertThat(sharing.submit(4)).isEqualTo(Optional.empty());
      commits.release(1000);
    }
  }

  @Test
  void shouldNotLetTheOthersPayForOne() throws Exception {
    try (var sharing = sharing(4, 10)) {
      submit(sharing, 1);
      begun.await();
      var right = submit(sharing, 2);
      var wrong = submit(sharing, -3);
      var alsoRight = submit(sharing, 4);
      commits.release(1000);

      assertThat(right.get()).isEqualTo("did 2");
      assertThatThrownBy(wrong::get).hasRootCauseMessage("at fault");
      assertThat(alsoRight.get()).isEqualTo("did 4");
    }
    assertThat(transactions)
        .containsExactly(List.of(1), List.of(2, -3, 4), List.of(2), List.of(-3), List.of(4));
  }

  @Test
  void shouldNotTryEachAloneWhenTheDatabaseIsAway() throws Exception {
    try (var sharing = sharing(4, 10)) {
      submit(sharing, 1);
      begun.await();
      var one = submit(sharing, 0);
      var other = submit(sharing, 2);
      commits.release(1000);

      assertThatThrownBy(one::get).hasRootCauseMessage("away");
      assertThatThrownBy(other::get).hasRootCauseMessage("away");
    }
    assertThat(transactions).containsExactly(List.of(1), List.of(0, 2));
  }

  private CommitSharing<Integer, String> sharing(int mostTogether, int mostWaiting) {
    return new CommitSharing<>(
        new TryTogether<>(this::transaction, e -> "away".equals(e.getMessage())),
        1,
        mostTogether,
        mostWaiting);
  }

  private List<String> transaction(List<Integer> items) {
    transactions.add(items);
    begun.countDown();
    commits.acquireUninterruptibly();
    if (items.contains(0)) {
      throw new IllegalStateException("away");
    }
    if (items.stream().anyMatch(item -> item < 0)) {
      throw new IllegalStateException("at fault");
    }
    return items.stream().map(item -> "did " + item).toList();
  }

  private static CompletableFuture<String> submit(CommitSharing<Integer, String> to, int item) {
    return to.submit(item).orElseThrow();
  }
}
