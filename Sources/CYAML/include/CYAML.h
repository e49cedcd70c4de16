#pragma once
// libyaml: Swift imports no C library without a target of its own.
#include <yaml.h>
