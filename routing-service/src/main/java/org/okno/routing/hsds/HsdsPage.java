package org.okno.routing.hsds;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of a list, as HSDS has it. */
@Schema(description = "A page of a list, as HSDS 3 has it")
public record HsdsPage(
    @JsonProperty("total_items")
        @Schema(description = "Objects on all pages", examples = "120", required = true)
        long totalItems,
    @JsonProperty("total_pages")
        @Schema(description = "How many pages there are", examples = "3", required = true)
        long totalPages,
    @JsonProperty("page_number")
        @Schema(description = "Number of this page, from 1", examples = "1", required = true)
        int pageNumber,
    @Schema(description = "Objects on this page", examples = "50", required = true) int size,
    @JsonProperty("first_page")
        @Schema(description = "Whether it is the first", examples = "true", required = true)
        boolean firstPage,
    @JsonProperty("last_page")
        @Schema(description = "Whether none comes after it", examples = "false", required = true)
        boolean lastPage,
    @Schema(description = "Whether nothing is on it", examples = "false", required = true)
        boolean empty,
    @Schema(
            description = "Objects as HSDS 3 describes them",
            type = SchemaType.ARRAY,
            implementation = Object.class,
            required = true)
        List<ObjectNode> contents) {

  static HsdsPage of(List<ObjectNode> contents, long total, HsdsPaging paging) {
    long pages = Math.ceilDiv(total, paging.size());
    return new HsdsPage(
        total,
        pages,
        paging.number(),
        contents.size(),
        paging.number() == 1,
        paging.number() >= pages,
        contents.isEmpty(),
        contents);
  }
}
