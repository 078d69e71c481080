package org.okno.casework.needs;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.okno.contracts.NeedRef;
import org.okno.contracts.TerritoryRef;

/**
 * A case's row, without what is sealed: nobody reads that here. Its version changes with each
 * change of the case or of one of its needs, and is the entity tag of the case.
 */
@Entity
@Table(name = "cases")
public class StoredCase {
  @Id private UUID requestId;
  private String trackingNumber;
  private String channel;
  private String territory;
  private String zone;
  private Instant requestedAt;
  private Instant receivedAt;
  private Instant openedAt;
  private String urgency;
  private List<String> targetGroups;
  private String status;
  private UUID applicantId;
  private UUID beneficiaryId;
  private boolean applicantErased;
  private boolean beneficiaryErased;
  @Version private long version;

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  protected StoredCase() {}

  public UUID requestId() {
    return requestId;
  }

  public String trackingNumber() {
    return trackingNumber;
  }

  public String channel() {
    return channel;
  }

  /** Code of the territory. */
  public String territory() {
    return territory;
  }

  public Instant requestedAt() {
    return requestedAt;
  }

  public Instant receivedAt() {
    return receivedAt;
  }

  public Instant openedAt() {
    return openedAt;
  }

  public String urgency() {
    return urgency;
  }

  public List<String> targetGroups() {
    return List.copyOf(targetGroups);
  }

  /** Code of a {@link CaseStatus}. */
  public String status() {
    return status;
  }

  public UUID applicantId() {
    return applicantId;
  }

  public UUID beneficiaryId() {
    return beneficiaryId;
  }

  public boolean applicantErased() {
    return applicantErased;
  }

  public boolean beneficiaryErased() {
    return beneficiaryErased;
  }

  public long version() {
    return version;
  }

  /** One of its needs, as rules see it. */
  Need need(StoredNeed row) {
    NeedRef ref =
        new NeedRef(
            requestId,
            row.key().id(),
            row.need(),
            channel,
            new TerritoryRef(territory, zone),
            requestedAt);
    return new Need(ref, row.columns().state());
  }

  /** Takes the status its needs give it; true where that is another one than before. */
  boolean follow(List<StoredNeed> needs) {
    String former = status;
    status =
        Codes.of(CaseStatus.of(needs.stream().map(need -> need.columns().statusName()).toList()));
    return !status.equals(former);
  }

  boolean isSettled() {
    return status.equals(Codes.of(CaseStatus.SETTLED));
  }
}
