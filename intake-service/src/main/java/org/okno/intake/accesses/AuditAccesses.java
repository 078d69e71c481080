package org.okno.intake.accesses;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.okno.intake.accesses.AccessAudit.BrokenEntry;
import org.okno.intake.accesses.AccessAudit.Finding;
import org.okno.intake.vault.BlindIndex;

/**
 * Verifies the access journal: each entry has the number and hash that follow from the one before,
 * and is what its topic has. Whoever removes the last entries from the table leaves them there.
 */
@Singleton
class AuditAccesses {
  private static final int PAGE = 10_000;

  private final AccessRepository repository;
  private final PublishedAccesses published;
  private final BlindIndex blindIndex;

  AuditAccesses(AccessRepository repository, PublishedAccesses published, BlindIndex blindIndex) {
    this.repository = repository;
    this.published = published;
    this.blindIndex = blindIndex;
  }

  /** Reads the topic first: what is on it was committed to the table before. */
  AccessAudit run() {
    Chain chain = new Chain(published.hashes());
    for (List<AccessEntry> page = repository.after(0, PAGE);
        !page.isEmpty();
        page = repository.after(page.getLast().number(), PAGE)) {
      for (AccessEntry entry : page) {
        Optional<Finding> finding = chain.verify(entry);
        if (finding.isPresent()) {
          return chain.result(new BrokenEntry(chain.next, finding.get()));
        }
      }
    }
    return chain.result(chain.removed());
  }

  private final class Chain {
    private final TreeMap<Long, String> onTopic;
    private long next = 1;
    private long unpublished;
    private String lastHash = AccessEntry.NONE;

    Chain(TreeMap<Long, String> onTopic) {
      this.onTopic = onTopic;
    }

    /** What is wrong with the entry that should be the next one. */
    Optional<Finding> verify(AccessEntry entry) {
      if (entry.number() != next) {
        return Optional.of(Finding.MISSING);
      }
      if (!entry.previousHash().equals(lastHash)
          || !entry.hash().equals(entry.computeHash(blindIndex))) {
        return Optional.of(Finding.CHANGED);
      }
      String hash = onTopic.remove(next);
      if (hash != null && !hash.equals(entry.hash())) {
        return Optional.of(Finding.DIFFERS_FROM_TOPIC);
      }
      unpublished += hash == null ? 1 : 0;
      lastHash = entry.hash();
      next++;
      return Optional.empty();
    }

    /** What the topic has and the table has not. */
    @Nullable BrokenEntry removed() {
      return onTopic.isEmpty() ? null : new BrokenEntry(onTopic.firstKey(), Finding.REMOVED);
    }

    AccessAudit result(@Nullable BrokenEntry broken) {
      return new AccessAudit(next - 1, unpublished, broken);
    }
  }
}
