package org.okno.analytics.reconciliation;

import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ProcessingException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Intake for the tests of this service, which runs alone: away, unless a test says otherwise. */
@Mock
@RestClient
@Singleton
public class FakeIntake implements IntakeCounts {
  volatile @Nullable List<ChannelCount> accepted;
  final List<String> published = new ArrayList<>();

  @Override
  public Accepted counts(LocalDate from, LocalDate to) {
    List<ChannelCount> now = accepted;
    if (now == null) {
      throw new ProcessingException("away");
    }
    return new Accepted(now);
  }

  @Override
  public void publish(LocalDate day, String channel) {
    published.add(day + " " + channel);
  }
}
