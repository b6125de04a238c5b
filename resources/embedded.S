/* SPDX-FileCopyrightText: The Fairlead developers
 * SPDX-License-Identifier: MIT
 *
 * The files that are part of every program, as bytes of its read-only data: each from NAME_begin to NAME_end.
 * core/registry/bundled.h gives them out. */

.macro embed name, file
    .global \name\()_begin
    .global \name\()_end
    .hidden \name\()_begin
    .hidden \name\()_end
    .balign 16
\name\()_begin:
    .incbin "\file"
\name\()_end:
    .byte 0
.endm

    .section .rodata
    embed fairlead_snapshot, "fairseq2-0.8.1.json"
    embed fairlead_example_card, "examples/my_llama.yaml"

    .section .note.GNU-stack, "", %progbits
