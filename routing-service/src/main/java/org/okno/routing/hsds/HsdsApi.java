package org.okno.routing.hsds;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What this API is. */
@Schema(name = "HsdsApi", description = "What this API is")
public record HsdsApi(
    @Schema(description = "Version of HSDS", examples = "3.0", required = true) String version,
    @Schema(
            description = "Address of the description of the profile",
            examples = "https://docs.openreferral.org/en/v3.0.1/",
            required = true)
        String profile,
    @JsonProperty("openapi_url")
        @Schema(
            description = "Address of the OpenAPI document",
            examples = "http://127.0.0.1:8082/openapi?format=json",
            required = true)
        String openapiUrl) {}
