package org.okno.intake.suggestion;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.SealedBlock;
import org.okno.contracts.SealedData;
import org.okno.intake.suggestion.SettledRepository.SettledRow;
import org.okno.intake.vault.OpenSealed;
import org.okno.messaging.Json;
import org.okno.suggestion.Example;

/**
 * Opens the texts of settled requests, to learn from them and for nothing else. An erased person's
 * text cannot be opened: it is left out.
 */
@Singleton
class ReadExamples {
  private static final int PAGE = 500;

  /** A model reads no more of a text. */
  private static final int MOST_CHARACTERS = 4_000;

  private final SettledRepository repository;
  private final OpenSealed openSealed;

  ReadExamples(SettledRepository repository, OpenSealed openSealed) {
    this.repository = repository;
    this.openSealed = openSealed;
  }

  /**
   * Texts with the needs that agencies helped with.
   *
   * @param examples oldest first
   * @param until the newest request; null where there is none
   */
  record Read(List<Example> examples, List<UUID> requests) {
    @Nullable UUID until() {
      return requests.isEmpty() ? null : requests.getLast();
    }
  }

  /**
   * Reads the latest.
   *
   * @param from the oldest request that is read
   * @param progress is told how many were read
   */
  Read latest(UUID from, int most, IntConsumer progress) {
    List<Example> examples = new ArrayList<>();
    List<UUID> requests = new ArrayList<>();
    UUID before = null;
    boolean more = true;
    while (more && examples.size() < most) {
      List<SettledRow> rows = repository.page(from, before, PAGE);
      Map<UUID, String> texts = openSealed.texts(blocks(rows));
      for (SettledRow row : rows) {
        String text = texts.get(row.id());
        if (text != null && examples.size() < most) {
          examples.add(new Example(shortened(text), List.of(), new HashSet<>(row.needs())));
          requests.add(row.id());
        }
      }
      more = rows.size() == PAGE;
      before = rows.isEmpty() ? null : rows.getLast().id();
      progress.accept(examples.size());
    }
    Collections.reverse(examples);
    Collections.reverse(requests);
    return new Read(examples, requests);
  }

  private static Map<UUID, SealedBlock> blocks(List<SettledRow> rows) {
    return rows.stream()
        .collect(
            Collectors.toMap(
                SettledRow::id, row -> Json.read(row.sealed(), SealedData.class).text()));
  }

  private static String shortened(String text) {
    return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS);
  }
}
