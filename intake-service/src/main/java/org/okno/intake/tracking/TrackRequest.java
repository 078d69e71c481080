package org.okno.intake.tracking;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.okno.intake.tracking.TrackingRepository.TrackedRow;

/** Shows the person who asked where the request stands, by tracking number alone. */
@Singleton
final class TrackRequest {
  private final TrackingRepository repository;

  TrackRequest(TrackingRepository repository) {
    this.repository = repository;
  }

  /** The request with this number, however it is written; empty where there is none. */
  Optional<TrackedRequest> track(String written, Locale language) {
    return TrackingNumber.parse(written).flatMap(number -> find(number, language));
  }

  private Optional<TrackedRequest> find(String number, Locale language) {
    List<TrackedRow> rows = repository.find(number);
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(TrackedRequest.of(number, rows, language));
  }
}
