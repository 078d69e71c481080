package org.okno.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.okno.contracts.IntakeEvent.PersonErased;
import org.okno.testkit.Await;
import org.okno.testkit.SampleRequest;

@QuarkusTest
class ErasureIT extends CaseFlow {
  private final UUID person = UUID.randomUUID();

  @Test
  void shouldForgetAPersonInAllTheirCases() {
    SampleRequest own = SampleRequest.of(person, person, "food");
    SampleRequest asApplicant = SampleRequest.of(person, UUID.randomUUID(), "food");
    SampleRequest asBeneficiary = SampleRequest.of(UUID.randomUUID(), person, "food");
    List<SampleRequest> all = List.of(own, asApplicant, asBeneficiary);
    all.forEach(one -> topics.send(one.routed("a")));
    all.forEach(this::awaitCase);

    erase();

    all.forEach(one -> Await.until(() -> isErased(one)));
    assertThat(sealed(own)).containsExactly(false, false, false);
    assertThat(sealed(asApplicant)).containsExactly(false, true, false);
    assertThat(sealed(asBeneficiary)).containsExactly(true, false, false);
  }

  @Test
  void shouldForgetAPersonInACaseThatOpensAfterTheyWereErased() {
    erase();
    Await.until(this::isRemembered);
    SampleRequest own = SampleRequest.of(person, person, "food");

    JsonPath found = open(own.routed("a"), own);

    assertThat(found.getString("applicant.state")).isEqualTo("erased");
    assertThat(found.getString("beneficiary.state")).isEqualTo("erased");
    assertThat(sealed(own)).containsExactly(false, false, false);
  }

  @Test
  void shouldKeepWhatIsOfOthers() {
    SampleRequest other = SampleRequest.of("food");
    open(other.routed("a"), other);

    erase();
    Await.until(this::isRemembered);

    assertThat(sealed(other)).containsExactly(true, true, true);
  }

  private void erase() {
    PersonErased erased = new PersonErased(person, Instant.now(), null);
    topics.send(erased);
    topics.send(erased);
  }

  private boolean isErased(SampleRequest request) {
    JsonPath found = awaitCase(request);
    return List.of(found.getString("applicant.state"), found.getString("beneficiary.state"))
        .contains("erased");
  }

  private boolean isRemembered() {
    return tables.count("erased_person where person_id = ?", person) == 1;
  }

  /** Whether the parts of the applicant, the beneficiary and the text are still stored. */
  private List<Boolean> sealed(SampleRequest request) {
    return Stream.of("sealed_applicant", "sealed_beneficiary", "sealed_text")
        .map(
            part ->
                tables.count(
                    "cases where request_id = ? and " + part + " is not null", request.id()))
        .map(rows -> rows == 1)
        .toList();
  }
}
