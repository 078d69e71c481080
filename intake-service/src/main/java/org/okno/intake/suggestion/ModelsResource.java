package org.okno.intake.suggestion;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.okno.http.Cursor;
import org.okno.http.Limit;
import org.okno.http.Page;
import org.okno.identity.CurrentCaller;

/** The models that recognize needs, for an administrator: {@code ./okno suggestions}. */
@Path("/v1/suggestions/models")
@Tag(name = "suggestions", description = "Models that recognize needs in texts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ModelsResource {
  private final ModelRepository repository;
  private final TrainingRepository trainings;
  private final TrainModel trainModel;
  private final ActivateModel activateModel;
  private final EvaluateModel evaluateModel;
  private final CurrentCaller current;

  ModelsResource(
      ModelRepository repository,
      TrainingRepository trainings,
      TrainModel trainModel,
      ActivateModel activateModel,
      EvaluateModel evaluateModel,
      CurrentCaller current) {
    this.repository = repository;
    this.trainings = trainings;
    this.trainModel = trainModel;
    this.activateModel = activateModel;
    this.evaluateModel = evaluateModel;
    this.current = current;
  }

  @GET
  @Operation(
      operationId = "listSuggestionModels",
      summary = "List the models, the newest first",
      description = "Each with its figures; one is active.")
  public Page<ModelView> list(
      @QueryParam("cursor") @Nullable Cursor cursor,
      @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit) {
    Long before = cursor == null ? null : cursor.part(0, Long::valueOf);
    return Page.of(
        repository.list(before, limit.rowsToRead()),
        limit,
        model -> Cursor.behind(model.version()));
  }

  @POST
  @Path("training")
  @Operation(
      operationId = "trainSuggestionModel",
      summary = "Train a model on settled requests",
      description =
          "It runs beside the requests, one at a time over all instances; GET shows how far it is. The"
              + " model is stored and not activated. Texts of erased persons cannot be read and are"
              + " left out.")
  @APIResponse(
      responseCode = "202",
      description = "It has begun",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = TrainingView.class)))
  @APIResponse(
      responseCode = "409",
      description = "Too few settled requests, or all with one need; or a training runs")
  public RestResponse<TrainingView> train() {
    return RestResponse.status(
        RestResponse.Status.ACCEPTED, TrainingView.of(trainModel.begin(current.actor().subject())));
  }

  @GET
  @Path("training")
  @Operation(
      operationId = "getSuggestionTraining",
      summary = "The training that runs, or the last one",
      description = "How far it is; when it has ended, the version of its model or why it failed.")
  public TrainingView training() {
    return TrainingView.of(trainings.last());
  }

  @POST
  @Path("{version}/activation")
  @Operation(
      operationId = "activateSuggestionModel",
      summary = "Make a model the active one",
      description =
          "A former one too: that rolls back. This instance uses it at once, others within"
              + " okno.intake.suggestions.check-every (2 s). Repeating it succeeds.")
  @APIResponseSchema(value = ModelView.class, responseDescription = "The model, active now")
  @APIResponse(
      responseCode = "409",
      description = "The model cannot be read; the active one stays as it is")
  public ModelView activate(
      @Parameter(description = "Version of the model", example = "3") @PathParam("version")
          long version) {
    activateModel.activate(version, current.actor().subject());
    return repository.find(version).orElseThrow(ModelProblems::unknown);
  }

  @POST
  @Path("{version}/evaluation")
  @Operation(
      operationId = "evaluateSuggestionModel",
      summary = "Try a model on the latest settled requests",
      description =
          "On those that it has not learned from, at most okno.intake.suggestions.most-evaluated; of 0"
              + " examples where nothing was settled since. Nothing is stored.")
  @APIResponseSchema(value = Figures.class, responseDescription = "The figures")
  @APIResponse(responseCode = "409", description = "The model cannot be read")
  public Figures evaluate(
      @Parameter(description = "Version of the model", example = "3") @PathParam("version")
          long version) {
    return evaluateModel.evaluate(version);
  }
}
