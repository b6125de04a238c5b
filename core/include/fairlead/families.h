// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

// All of families: registering them, their hubs, and the cards that hubs are asked for.
#include <fairlead/asset_card.h>
#include <fairlead/config_registrar.h>
#include <fairlead/dataset_family.h>
#include <fairlead/dataset_hub.h>
#include <fairlead/family_errors.h>
#include <fairlead/hugging_face_converter.h>
#include <fairlead/model_family.h>
#include <fairlead/model_hub.h>
#include <fairlead/register_model_family.h>
#include <fairlead/state_dict.h>
#include <fairlead/tokenizer_family.h>
#include <fairlead/tokenizer_hub.h>
