#include "app/catalogue.h"
#include "app/command_line.h"

int main(int argc, char** argv) { return app::run_command(app::catalogue(), argc, argv); }
