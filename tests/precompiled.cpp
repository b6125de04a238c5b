// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
// Nothing: the headers that are compiled once for all tests need a source of their target.
