// preemption GUEST cancel|none: runs a guest that never calls the host, and collects garbage meanwhile, as any Go program does from time to
// time. A program that goes on prints both lines and ends with 0.
package main

import (
	"context"
	"fmt"
	"log"
	"os"
	"runtime"
	"time"

	"github.com/tetratelabs/wazero"
)

func main() {
	binary, err := os.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}

	ctx := context.Background()
	engine := wazero.NewRuntimeWithConfig(ctx, wazero.NewRuntimeConfigCompiler().WithCloseOnContextDone(os.Args[2] == "cancel"))
	guest, err := engine.CompileModule(ctx, binary)
	if err != nil {
		log.Fatal(err)
	}

	// The guest takes a processor for good, and no collection may be in progress when it starts.
	runtime.GOMAXPROCS(2)
	runtime.GC()
	go func() { _, _ = engine.InstantiateModule(ctx, guest, wazero.NewModuleConfig()) }()
	time.Sleep(time.Second)
	fmt.Println("the guest computes, and so does this goroutine")
	// What a program would use to end itself. It needs a goroutine that runs.
	time.AfterFunc(time.Second, func() { os.Exit(1) })
	runtime.GC()
	fmt.Println("the garbage is collected")
	os.Exit(0)
}
