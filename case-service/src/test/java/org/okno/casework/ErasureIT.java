package org.okno.casework;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.okno.contracts.IntakeEvent.PersonErased;
import org.okno.contracts.Questionnaire;

@QuarkusTest
class ErasureIT extends CaseFlow {
  private final UUID person = UUID.randomUUID();

  @Test
  void shouldForgetAPersonInAllTheirCases() throws SQLException {
    Questionnaire own = Requests.requestOf(person, "food");
    Questionnaire asApplicant = Requests.request(person, UUID.randomUUID(), "food");
    Questionnaire asBeneficiary = Requests.request(UUID.randomUUID(), person, "food");
    List<Questionnaire> all = List.of(own, asApplicant, asBeneficiary);
    all.forEach(one -> decisions.send(Requests.routed(one, "a")));
    all.forEach(this::awaitCase);

    erase();

    all.forEach(one -> await(() -> isErased(one) ? true : null));
    assertThat(sealed(own)).containsExactly(false, false, false);
    assertThat(sealed(asApplicant)).containsExactly(false, true, false);
    assertThat(sealed(asBeneficiary)).containsExactly(true, false, false);
  }

  @Test
  void shouldForgetAPersonInACaseThatOpensAfterTheyWereErased() throws SQLException {
    erase();
    await(() -> isRemembered() ? true : null);
    Questionnaire own = Requests.requestOf(person, "food");

    JsonPath found = open(Requests.routed(own, "a"), own);

    assertThat(found.getString("applicant.state")).isEqualTo("erased");
    assertThat(found.getString("beneficiary.state")).isEqualTo("erased");
    assertThat(sealed(own)).containsExactly(false, false, false);
  }

  @Test
  void shouldKeepWhatIsOfOthers() throws SQLException {
    Questionnaire other = Requests.request("food");
    open(Requests.routed(other, "a"), other);

    erase();
    await(() -> isRemembered() ? true : null);

    assertThat(sealed(other)).containsExactly(true, true, true);
  }

  private void erase() {
    decisions.send(new PersonErased(person, Requests.DECIDED));
    decisions.send(new PersonErased(person, Requests.DECIDED));
  }

  private boolean isErased(Questionnaire asked) {
    JsonPath found = awaitCase(asked);
    return List.of(found.getString("applicant.state"), found.getString("beneficiary.state"))
        .contains("erased");
  }

  private boolean isRemembered() throws SQLException {
    return !query("select true from erased_person where person_id = ?", person).isEmpty();
  }

  /** Whether the parts of the applicant, the beneficiary and the text are still kept. */
  private List<@Nullable Object> sealed(Questionnaire asked) throws SQLException {
    return query(
        "select sealed_applicant is not null, sealed_beneficiary is not null, sealed_text is not null"
            + " from cases where request_id = ?",
        asked.requestId());
  }

  private List<@Nullable Object> query(String sql, UUID id) throws SQLException {
    try (Connection connection = postgres.connect("case");
        var select = connection.prepareStatement(sql)) {
      select.setObject(1, id);
      List<@Nullable Object> found = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            found.add(rows.getObject(i));
          }
        }
      }
      return found;
    }
  }
}
