// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
// What starting a program costs that links what fairleadctl links and does nothing.
int main() { return 0; }
