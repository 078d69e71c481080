package org.okno.intake.requests;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.okno.cloudevents.Json;
import org.okno.contracts.SealedData;
import org.okno.intake.database.Transactions;
import org.okno.intake.vault.OpenSealed;
import org.okno.intake.vault.PersonalData;

/** Opens what a request says of persons, for who may read it. */
public final class OpenPersonalData {
  private static final String FIND = "select sealed from request where id = ?";
  private static final JsonMapper JSON = Json.mapper();

  private final Transactions transactions;
  private final OpenSealed openSealed;

  public OpenPersonalData(Transactions transactions, OpenSealed openSealed) {
    this.transactions = transactions;
    this.openSealed = openSealed;
  }

  /** The parts of a request; one whose key was destroyed says so and no more. */
  public record Opened(ApplicantPart applicant, BeneficiaryPart beneficiary, TextPart text) {}

  /** Who asked. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ApplicantPart(
      State state, @JsonUnwrapped PersonalData.@Nullable Applicant applicant) {}

  /** Who needs help. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record BeneficiaryPart(
      State state, @JsonUnwrapped PersonalData.@Nullable Beneficiary beneficiary) {}

  /** The person's own words. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record TextPart(State state, @Nullable String text) {}

  /** Whether a part can still be read. */
  public enum State {
    @JsonProperty("open")
    OPEN,
    @JsonProperty("erased")
    ERASED;

    private static State of(Optional<?> part) {
      return part.isPresent() ? OPEN : ERASED;
    }
  }

  /** The personal data of a request; empty where there is no such request. */
  public Optional<Opened> open(UUID requestId) {
    return transactions
        .read(connection -> find(connection, requestId))
        .map(blocks -> openSealed.open(requestId, blocks))
        .map(
            opened ->
                new Opened(
                    new ApplicantPart(
                        State.of(opened.applicant()), opened.applicant().orElse(null)),
                    new BeneficiaryPart(
                        State.of(opened.beneficiary()), opened.beneficiary().orElse(null)),
                    new TextPart(State.of(opened.text()), opened.text().orElse(null))));
  }

  private static Optional<SealedData> find(Connection connection, UUID requestId)
      throws SQLException {
    try (var query = connection.prepareStatement(FIND)) {
      query.setObject(1, requestId);
      try (var rows = query.executeQuery()) {
        return rows.next()
            ? Optional.of(JSON.readValue(rows.getString(1), SealedData.class))
            : Optional.empty();
      }
    } catch (JsonProcessingException e) {
      throw new SQLException("a sealed block cannot be read", "22000", e);
    }
  }
}
