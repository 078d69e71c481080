package org.okno.routing.directory;

import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an agency offers, where and for whom. Names after HSDS {@code service}.
 *
 * @param status one of {@link #STATUSES}; needs are assigned to active services only
 * @param serviceAreas territory codes; a service reaches all that lies below them
 * @param targetGroups codes on the axis {@code target-group}: the service is for people in one of
 *     them; empty means for everybody
 */
@Schema(description = "What an agency offers, where and for whom, as HSDS describes a service")
public record Service(
    @Schema(description = "Id in the directory", examples = "food-bank-packages", required = true)
        String id,
    @Schema(description = "Id of its agency", examples = "food-bank", required = true)
        String organizationId,
    @Schema(description = "Name", examples = "Продуктовые наборы", required = true) String name,
    @Schema(
            description = "Needs are assigned to active services only",
            examples = "active",
            enumeration = {"active", "inactive", "defunct", "temporarily closed"},
            required = true)
        String status,
    @Schema(
            description = "Hours the agency has to settle a need",
            examples = "24",
            minimum = "1",
            maximum = "8760",
            required = true)
        int respondWithinHours,
    @Schema(
            description = "Needs it is for; codes: GET /v1/directory/terms",
            examples = "[\"food\"]")
        List<String> needs,
    @Schema(
            description =
                "Where it is offered, each with all that lies below; codes: GET"
                    + " /v1/directory/territories",
            examples = "[\"02701000\"]")
        List<String> serviceAreas,
    @Schema(
            description =
                "For people in one of these groups; empty: for everybody; codes: GET"
                    + " /v1/directory/terms",
            examples = "[\"veteran\"]")
        List<String> targetGroups) {
  static final String ACTIVE = "active";
  static final Set<String> STATUSES = Set.of(ACTIVE, "inactive", "defunct", "temporarily closed");

  public Service {
    id = Text.code(id);
    organizationId = Text.code(organizationId);
    name = Text.name(name);
    status = Text.code(status);
    needs = Text.list(needs);
    serviceAreas = Text.list(serviceAreas);
    targetGroups = Text.list(targetGroups);
  }
}
